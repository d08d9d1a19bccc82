package passby.core.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import passby.core.form.Checked;
import passby.core.form.Form;
import passby.core.id.CaseNumber;
import passby.core.people.Person;
import passby.core.people.Role;

/**
 * A hold as somebody asks for it.
 *
 * @param kind why
 * @param caseNumber of the case
 * @param authority on whose word, at most 200 characters
 * @param party for whom
 * @param reads ids and what named each
 * @param until the review date
 * @param role in which the person asks
 */
record HoldForm(
        HoldKind kind,
        CaseNumber caseNumber,
        String authority,
        String party,
        List<Item> reads,
        Instant until,
        Role role) {
    /** @param namedBy id of a hit, or of the ledger entry of a search or of a read that was opened */
    record Item(String readId, String namedBy) {}

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,60}");

    static Checked<HoldForm> parse(Form body, Person person, Instant now) {
        var kind =
                body.code("kind", HoldKind::parse, "criminal, civil, discovery, other-lawful-action or preservation");
        var caseNumber = body.code("caseNumber", CaseNumber::parse, CaseNumber.DESCRIBED);
        var authority = body.string("authority", 200);
        var party = body.string("party", 80);
        var role = HoldRoles.parse(body, person);
        var items = items(body);
        var preserved = kind.filter(HoldKind.PRESERVATION::equals).isPresent();
        var until = preserved ? now.plus(Hold.PRESERVATION) : HoldRoles.reviewDate(body, now);
        return body.checked(() -> new HoldForm(
                kind.orElseThrow(), caseNumber.orElseThrow(), authority, party, items, until, role.orElseThrow()));
    }

    private static List<Item> items(Form body) {
        var items = new ArrayList<Item>();
        var ids = new LinkedHashSet<String>();
        for (var form : body.forms("reads", Hold.MAX_READS)) {
            var readId = form.string("readId", ID, "the id of a read");
            if (!ids.add(readId)) {
                form.reject("readId", "duplicate", "each read once");
            }
            items.add(new Item(
                    readId,
                    form.string(
                            "namedBy",
                            ID,
                            "the id of a hit, or of the ledger entry of a search or of an opened read")));
        }
        return items;
    }
}
