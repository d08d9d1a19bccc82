package passby.core.capture;

import java.util.Optional;
import passby.core.policy.EffectivePolicy;
import passby.core.zone.ExcludedZone;
import passby.core.zone.ZoneKind;
import passby.core.zone.ZoneShapes;

/** Whether a place may be captured under the policy. In a city without excluded zones nothing is computed. (product.md, A4) */
public final class ExcludedPlaces {
    private final ZoneShapes shapes;

    public ExcludedPlaces(ZoneShapes shapes) {
        this.shapes = shapes;
    }

    /** Why nothing is captured where the camera stands, or, if it moves, where it is when it says nothing else. */
    public Optional<ZoneKind> of(EffectivePolicy policy, Camera camera) {
        return at(policy, camera.position());
    }

    /**
     * Why that frame is not captured. One of a fixed camera is judged by both places, its own and the frame's: neither lets the
     * other in.
     */
    public Optional<ZoneKind> of(EffectivePolicy policy, Camera camera, CaptureFacts facts) {
        if (policy.zones().isEmpty()) {
            return Optional.empty();
        }
        var told = facts.position();
        var where = told == null ? Optional.<ZoneKind>empty() : at(policy, told);
        return where.isEmpty() && (told == null || !camera.mobile()) ? of(policy, camera) : where;
    }

    private Optional<ZoneKind> at(EffectivePolicy policy, Position place) {
        return policy.zones().isEmpty()
                ? Optional.empty()
                : shapes.at(policy.zones(), place.longitude(), place.latitude()).map(ExcludedZone::kind);
    }
}
