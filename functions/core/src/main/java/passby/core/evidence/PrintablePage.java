package passby.core.evidence;

import java.util.List;
import passby.core.picture.Jpeg;

/** Lays out a page that can be printed and read on any computer: PDF. */
public interface PrintablePage {
    /**
     * @param title of the page
     * @param lines of text, each at most 100 characters
     * @param pictures below it
     * @return the bytes of a PDF document
     */
    byte[] lay(String title, List<String> lines, List<Jpeg> pictures);
}
