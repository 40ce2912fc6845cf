package dev.solecast.entry;

import dev.solecast.date.InvalidEdtf;
import dev.solecast.date.Window;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Requires a text to be a date in one of the EDTF forms that {@link Window} supports; null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EdtfText.Check.class)
public @interface EdtfText {

    String message() default "must be a date in EDTF";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports what is wrong, and where. */
    final class Check implements ConstraintValidator<EdtfText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            try {
                return text == null || Window.parse(text) != null;
            } catch (InvalidEdtf e) {
                // As a parameter, because the text of the caller must not be interpreted as a template.
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .addMessageParameter("why", e.getMessage())
                        .buildConstraintViolationWithTemplate("{why}")
                        .addConstraintViolation()
                        .disableDefaultConstraintViolation();
                return false;
            }
        }
    }
}
