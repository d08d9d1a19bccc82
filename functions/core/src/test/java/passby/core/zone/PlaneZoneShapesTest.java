package passby.core.zone;

final class PlaneZoneShapesTest extends ZoneShapesContract {
    @Override
    protected ZoneShapes shapes() {
        return new PlaneZoneShapes();
    }
}
