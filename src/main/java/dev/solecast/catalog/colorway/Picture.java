package dev.solecast.catalog.colorway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture of a colorway; width and height, in pixels, let a page reserve the space before it loads. */
@Schema(name = "Picture")
public record Picture(
        @NotBlank @Size(max = 2000) @Pattern(regexp = "https://.+", message = "must be an https address")
        String url,

        @Positive @Max(100_000) int width,
        @Positive @Max(100_000) int height,
        @Size(max = 200) @Nullable String credit,
        @Size(max = 200) @Nullable String licence,
        @NotBlank @Size(max = 500) String alternativeText) {}
