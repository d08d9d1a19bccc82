package passby.core.people;

final class InMemorySessionsTest extends SessionsContract {
    private final InMemorySessions sessions = new InMemorySessions();

    @Override
    protected Sessions sessions() {
        return sessions;
    }
}
