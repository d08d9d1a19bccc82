package passby.core.read;

import java.util.List;

/** The bucket of crops by the hours in which they fall due. */
public interface PictureFolders {
    /** Every key in the folder. */
    List<String> list(PictureFolder folder);
}
