package passby.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoxTest {
    @Test
    void whatReachesBeyondTheFrameIsCutOff() {
        var box = Box.clipped(-0.5, 0.75, 1, 1);

        assertThat(box).isEqualTo(new Box(0, 0.75, 0.5, 0.25));
    }

    @Test
    void aBoxOutsideTheFrameOrWithoutSizeIsRefused() {
        assertThatThrownBy(() -> Box.clipped(1.5, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0.5, 0, 0.6, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(0, 0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Box(Double.NaN, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMiddleAndTheFarSidesFollow() {
        var box = new Box(0.25, 0.5, 0.5, 0.25);

        assertThat(box.centreX()).isEqualTo(0.5);
        assertThat(box.centreY()).isEqualTo(0.625);
        assertThat(box.right()).isEqualTo(0.75);
        assertThat(box.bottom()).isEqualTo(0.75);
    }
}
