package dev.solecast.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 7396, appendix A, that are objects. */
class MergePatchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":"b"}             | {"a":"c"}                 | {"a":"c"}
            {"a":"b"}             | {"b":"c"}                 | {"a":"b","b":"c"}
            {"a":"b"}             | {"a":null}                | {"a":null}
            {"a":"b"}             | {"b":null}                | {"a":"b","b":null}
            {"a":"b","b":"c"}     | {"a":null}                | {"a":null,"b":"c"}
            {"a":["b"]}           | {"a":"c"}                 | {"a":"c"}
            {"a":"c"}             | {"a":["b"]}               | {"a":["b"]}
            {"a":{"b":"c"}}       | {"a":{"b":"d","c":null}}  | {"a":{"b":"d","c":null}}
            {"a":[{"b":"c"}]}     | {"a":[1]}                 | {"a":[1]}
            {"e":null}            | {"a":1}                   | {"e":null,"a":1}
            {}                    | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{"ccc":null}}}
            """)
    void patchIsAppliedAsTheStandardSaysWithNullForWhatIsRemoved(String document, String patch, String patched)
            throws Exception {
        var before = (ObjectNode) JSON.readTree(document);
        var after = new MergePatch((ObjectNode) JSON.readTree(patch)).applyTo(before);
        assertThat(after).isEqualTo(JSON.readTree(patched));
        assertThat(before).as("the original").isEqualTo(JSON.readTree(document));
    }
}
