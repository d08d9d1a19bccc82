package passby.core.capture;

final class InMemorySpentTokensTest extends SpentTokensContract {
    private final InMemorySpentTokens tokens = new InMemorySpentTokens();

    @Override
    protected SpentTokens tokens() {
        return tokens;
    }
}
