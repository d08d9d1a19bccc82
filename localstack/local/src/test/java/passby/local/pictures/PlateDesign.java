package passby.local.pictures;

import java.awt.Color;

/** How a state's plate looks here: in the manner of the real one, never a copy of it. */
enum PlateDesign {
    CALIFORNIA("CA", "California", "dmv.example", 0xfafafc, 0xb01c2e, 0x1f2f6b),
    TEXAS("TX", "TEXAS", "The Made-Up Star", 0xf4f4f2, 0x222222, 0x151515),
    NEW_YORK("NY", "NEW YORK", "EXAMPLE", 0xf3f5f7, 0x1d3f72, 0x142c55),
    FLORIDA("FL", "FLORIDA", "SAMPLE STATE", 0xf8f8f2, 0x20703c, 0x1c5a34),
    ILLINOIS("IL", "Illinois", "Land of Examples", 0xe9f0f7, 0x28497a, 0x9c1c2c),
    OHIO("OH", "OHIO", "Birthplace of Samples", 0xf2f5ee, 0x24405e, 0x1a2c48),
    WASHINGTON("WA", "WASHINGTON", "EVERMADE STATE", 0xeaf1f6, 0x8a1f32, 0x20306a),
    COLORADO("CO", "COLORADO", "", 0x2f6b46, 0xf4f6f2, 0xf6f8f4);

    private final String code;
    private final String name;
    private final String slogan;
    private final Color ground;
    private final Color small;
    private final Color serial;

    PlateDesign(String code, String name, String slogan, int ground, int small, int serial) {
        this.code = code;
        this.name = name;
        this.slogan = slogan;
        this.ground = new Color(ground);
        this.small = new Color(small);
        this.serial = new Color(serial);
    }

    String code() {
        return code;
    }

    String stateName() {
        return name;
    }

    String slogan() {
        return slogan;
    }

    Color ground() {
        return ground;
    }

    Color small() {
        return small;
    }

    Color serialColor() {
        return serial;
    }
}
