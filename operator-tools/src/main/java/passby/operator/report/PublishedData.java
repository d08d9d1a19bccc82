package passby.operator.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import passby.core.id.Digests;
import passby.core.transparency.Csv;
import passby.core.transparency.DataSetFiles;

/** A city's data set in a folder or at an address. A file that is not the one in its list is not used. */
final class PublishedData {
    private static final int OK = 200;

    private final String place;
    private final Map<String, String> hashes;

    private PublishedData(String place, Map<String, String> hashes) {
        this.place = place;
        this.hashes = hashes;
    }

    /** @throws IOException when it cannot be read */
    static PublishedData at(String place) throws IOException, InterruptedException {
        return new PublishedData(place, DataSetFiles.hashes(read(place, DataSetFiles.LIST)));
    }

    /** The names of its files. */
    List<String> files() {
        return hashes.keySet().stream().sorted().toList();
    }

    /** Rows of a table, cells by column. */
    List<Map<String, String>> rows(String file) throws IOException, InterruptedException {
        var text = read(place, file);
        if (!Digests.sha256Hex(text).equals(hashes.get(file))) {
            throw new IOException(
                    file + " is not the file in the list of the data set: it was changed, or is just being replaced");
        }
        var lines = Csv.lines(text).stream().map(Csv::cells).toList();
        return lines.stream().skip(1).map(cells -> row(lines.getFirst(), cells)).toList();
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (var column = 0; column < names.size(); column++) {
            row.put(names.get(column), cells.get(column));
        }
        return row;
    }

    private static String read(String place, String file) throws IOException, InterruptedException {
        if (!place.startsWith("http://") && !place.startsWith("https://")) {
            return Files.readString(Path.of(place, file));
        }
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create(place.endsWith("/") ? place + file : place + "/" + file);
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException(address + " was answered " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
