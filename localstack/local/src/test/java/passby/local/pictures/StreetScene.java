package passby.local.pictures;

import java.util.List;
import passby.local.pictures.Vehicle.Plated;

/** One sample picture before it is drawn: its file, its light, what stands in the street. */
record StreetScene(String file, long seed, Light light, double blur, List<String> signs, List<Vehicle> vehicles) {
    /** The time of day. */
    enum Light {
        DAY,
        OVERCAST,
        DUSK
    }

    StreetScene {
        signs = List.copyOf(signs);
        vehicles = List.copyOf(vehicles);
    }

    /** The plates that can be read in it, from left to right. */
    List<Plated.With> plates() {
        return vehicles.stream()
                .sorted((one, other) -> Double.compare(one.centre(), other.centre()))
                .map(Vehicle::plated)
                .filter(Plated.With.class::isInstance)
                .map(Plated.With.class::cast)
                .toList();
    }
}
