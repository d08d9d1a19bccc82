package passby.core.picture;

/**
 * A picture on its way to one person.
 *
 * @param jpeg its bytes
 * @param reader id of the person, which the picture's mark carries beside the entry's id
 */
public record StreamedPicture(Jpeg jpeg, String reader) {}
