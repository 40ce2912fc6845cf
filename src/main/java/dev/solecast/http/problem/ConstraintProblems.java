package dev.solecast.http.problem;

import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Explains a constraint of the database that a request or a line broke although the code had checked it: somebody else
 * stored something at the same moment.
 */
final class ConstraintProblems {

    /** The JSON field that each constraint is about. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("brand_slug_key", "slug"),
            Map.entry("model_slug_key", "slug"),
            Map.entry("collaborator_slug_key", "slug"),
            Map.entry("collaboration_slug_key", "slug"),
            Map.entry("colorway_slug_key", "slug"),
            Map.entry("source_slug_key", "slug"),
            Map.entry("release_slug_key", "slug"),
            Map.entry("retired_slug_pkey", "slug"),
            Map.entry("api_key_name_key", "name"),
            Map.entry("colorway_style_code", "styleCode"),
            Map.entry("related_model_once", "related"),
            Map.entry("related_model_check", "related"),
            Map.entry("collaboration_collaborator_once", "collaborators"),
            Map.entry("collaborator_partner_pkey", "partners"),
            Map.entry("collaborator_earlier_model_pkey", "earlierModels"),
            Map.entry("model_brand_id_fkey", "brand"),
            Map.entry("collaboration_brand_id_fkey", "brand"),
            Map.entry("collaboration_model_id_brand_id_fkey", "model"),
            Map.entry("colorway_model_id_brand_id_fkey", "model"),
            Map.entry("colorway_collaboration_id_fkey", "collaboration"),
            Map.entry("colorway_reminiscent_of_fkey", "reminiscentOf"),
            Map.entry("colorway_color_name_check", "colors"),
            Map.entry("release_model_id_fkey", "model"),
            Map.entry("release_colorway_id_model_id_fkey", "colorway"),
            Map.entry("release_collaboration_id_fkey", "collaboration"),
            Map.entry("release_check", "launchAt"),
            Map.entry("release_launch_at_range", "launchAt"),
            Map.entry("release_released_on_range", "releasedOn"),
            Map.entry("release_check2", "releasedOn"),
            Map.entry("release_check3", "statusReason"),
            Map.entry("retailer_check", "retailers"),
            Map.entry("retailer_check1", "retailers"),
            Map.entry("source_since_range", "since"),
            Map.entry("status_change_day_range", "day"),
            Map.entry("rumor_check3", "via"),
            Map.entry("rumor_once", "statement"));

    private ConstraintProblems() {}

    /** The problem of a constraint that was broken; empty if it was none, or one that no field explains. */
    static Optional<Problem> findIn(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof ConstraintViolationException broken) {
                var field = broken.getConstraintName() == null ? null : FIELDS.get(broken.getConstraintName());
                return Optional.ofNullable(field == null ? null : problem(field, broken));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Problem problem(String field, ConstraintViolationException broken) {
        return Problem.field(
                ProblemCode.CONFLICT,
                field,
                switch (broken.getKind()) {
                    case UNIQUE ->
                        "is taken: somebody else stored the same at the same moment. Read it, or give another.";
                    case FOREIGN_KEY ->
                        "no longer fits: somebody else changed or deleted what it names at the same moment.";
                    default -> "contradicts the other fields, or what somebody else stored at the same moment.";
                });
    }
}
