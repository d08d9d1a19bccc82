package passby.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import passby.core.hit.RejectionReason;
import passby.core.hotlist.Category;
import passby.core.hotlist.ListedState;
import passby.core.picture.PictureKind;
import passby.core.policy.Action;

/** Words of closed lists are read back as they are written, and nothing else is. */
final class ClosedListsTest {
    @ParameterizedTest
    @EnumSource
    void anOffenceIsKnownByItsCode(Offence offence) {
        assertThat(Offence.parse(offence.code())).contains(offence);
    }

    @ParameterizedTest
    @EnumSource
    void aLegalBasisIsKnownByItsWord(LegalBasis basis) {
        assertThat(LegalBasis.parse(basis.code())).contains(basis);
    }

    @ParameterizedTest
    @EnumSource
    void aCategoryIsKnownByItsWord(Category category) {
        assertThat(Category.parse(category.code())).contains(category);
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionIsKnownByItsWord(RejectionReason reason) {
        assertThat(RejectionReason.parse(reason.code())).contains(reason);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsKnownByItsWord(PictureKind kind) {
        assertThat(PictureKind.parse(kind.code())).contains(kind);
    }

    @Test
    void aStateIsTwoLettersOrAnExplicitUnknown() {
        assertThat(ListedState.parse("CA").map(ListedState::code)).contains("CA");
        assertThat(ListedState.parse("UNKNOWN")).contains(new ListedState.Unknown());
        for (var other : new String[] {"", "C", "ca", "CAL", "unknown", "C1"}) {
            assertThat(ListedState.parse(other)).isEmpty();
        }
    }

    /** An immigration violation is no offence of the list (C4, E2). */
    @Test
    void noWordOutsideTheListsIsTaken() {
        for (var other : new String[] {"", "test", "other", "investigation", "immigration", "MURDER", "240 "}) {
            assertThat(Offence.parse(other)).isEmpty();
            assertThat(LegalBasis.parse(other)).isEmpty();
            assertThat(Category.parse(other)).isEmpty();
        }
    }

    @Test
    void noTwoActionsShareAName() {
        assertThat(Arrays.stream(Action.values()).map(Action::code)).doesNotHaveDuplicates();
    }
}
