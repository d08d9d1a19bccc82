package passby.aws.wiring;

import java.util.Optional;
import java.util.function.Supplier;
import passby.core.picture.Jpeg;
import passby.core.picture.Pictures;

/** Pictures whose client is made when one is needed: a search that only lists rows starts without it. */
final class LazyPictures implements Pictures {
    private final Supplier<? extends Pictures> pictures;

    LazyPictures(Supplier<? extends Pictures> pictures) {
        this.pictures = pictures;
    }

    @Override
    public void put(String key, Jpeg picture) {
        pictures.get().put(key, picture);
    }

    @Override
    public Optional<Jpeg> find(String key) {
        return pictures.get().find(key);
    }

    @Override
    public void delete(String key) {
        pictures.get().delete(key);
    }
}
