package dev.solecast.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** Requires that the fields of a request fit each other, by a rule of the request itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SelfValidating.Check.class)
public @interface SelfValidating {

    String message() default "does not fit the other fields";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A request with a rule about several of its fields, each of which may be null. */
    interface Fields {

        /** Reports each field that does not fit the others. */
        void validate(Violations violations);
    }

    /** Collects the violations of one request. */
    interface Violations {

        /**
         * Adds a violation.
         *
         * @param field its JSON name, within the request
         * @param why the fault of the field and the correct form
         */
        void add(String field, String why);
    }

    /** Puts the violations under the names of the fields. */
    final class Check implements ConstraintValidator<SelfValidating, Fields> {

        @Override
        public boolean isValid(Fields request, ConstraintValidatorContext context) {
            var violated = new boolean[1];
            request.validate((field, why) -> {
                violated[0] = true;
                // As a parameter, because the text of the caller must not be interpreted as a template.
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .addMessageParameter("why", why)
                        .buildConstraintViolationWithTemplate("{why}")
                        .addPropertyNode(field)
                        .addConstraintViolation()
                        .disableDefaultConstraintViolation();
            });
            return !violated[0];
        }
    }
}
