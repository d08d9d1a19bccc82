package passby.operator.city;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import passby.aws.api.Functions;

/**
 * {@code CheckCity FILE}, for scripts/deploy: prints what is right as {@code name=value} and what is wrong as sentences on
 * the error stream; ends with 1 if anything is wrong.
 */
public final class CheckCity {
    private CheckCity() {}

    public static void main(String[] arguments) {
        var check = check(Path.of(arguments[0]));
        check.facts().forEach((name, value) -> System.out.println(name + "=" + value));
        check.problems().forEach(System.err::println);
        System.exit(check.problems().isEmpty() ? 0 : 1);
    }

    static CityCheck check(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return CityCheck.of(Functions.ALL, CityFile.read(reader));
        } catch (CharacterCodingException e) {
            return unreadable(file + " is not in UTF-8.");
        } catch (IOException e) {
            return unreadable(file + " cannot be read.");
        } catch (IllegalArgumentException e) {
            return unreadable(file + " has a malformed escape: a backslash is written twice.");
        }
    }

    private static CityCheck unreadable(String problem) {
        return new CityCheck(Map.of(), List.of(problem));
    }
}
