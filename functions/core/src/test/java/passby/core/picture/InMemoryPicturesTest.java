package passby.core.picture;

final class InMemoryPicturesTest extends PicturesContract {
    private final InMemoryPictures pictures = new InMemoryPictures();

    @Override
    protected Pictures pictures() {
        return pictures;
    }
}
