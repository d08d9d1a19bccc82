package passby.recognizer.wire;

import java.util.List;

/**
 * The only names that the recogniser asks of a resolver: those of S3 in its region. The stack's network answers these and no
 * other, and the recogniser's own tests hold its client to them in every region.
 */
public final class FrameHosts {
    private static final List<String> FORMS = List.of("s3.%s.amazonaws.com", "*.s3.%s.amazonaws.com");

    private FrameHosts() {}

    /**
     * In the partitions {@code aws} and {@code aws-us-gov}; an asterisk in front stands for one or more labels.
     *
     * @param region or what stands for it in a template
     */
    public static List<String> in(String region) {
        return FORMS.stream().map(form -> form.formatted(region)).toList();
    }
}
