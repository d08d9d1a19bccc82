package passby.aws.zone;

import passby.core.zone.ZoneShapes;
import passby.core.zone.ZoneShapesContract;

final class JtsZoneShapesTest extends ZoneShapesContract {
    private final JtsZoneShapes shapes = new JtsZoneShapes();

    @Override
    protected ZoneShapes shapes() {
        return shapes;
    }
}
