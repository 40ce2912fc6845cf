package dev.solecast.source;

import dev.solecast.entry.Document;
import dev.solecast.http.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The document of a source.
 *
 * @param role the reason why it knows: "creative director of New Balance Made in U.S.A."
 * @param home its site or account
 * @param since the first day on which it can have said anything
 */
@Schema(name = "NewSource")
public record NewSource(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @NotBlank @Size(max = 200) String name,
        @NotNull SourceKind kind,
        @Size(max = 300) @Nullable String role,
        @Size(max = 2000) @Nullable String home,
        @Nullable LocalDate since)
        implements Document {}
