package dev.solecast.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "'[a-z0-9]++(?:-[a-z0-9]++)*+', '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$'",
        "'x{1,3}+y?+', '^(?:x{1,3}y?)$'",
        "'a\\++b', '^(?:a\\++b)$'",
        "'https?://.+', '^(?:https?://.+)$'",
        "'^[A-Z]{2}$', '^[A-Z]{2}$'",
        "'\\S', '\\S'",
    })
    void patternOfJavaIsWrittenAsEcmaScriptReadsIt(String java, String ecmaScript) {
        assertThat(OpenApiBounds.ecmaScript(java)).isEqualTo(ecmaScript);
    }
}
