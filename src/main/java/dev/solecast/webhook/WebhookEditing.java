package dev.solecast.webhook;

import dev.solecast.auth.Caller;
import dev.solecast.auth.Role;
import dev.solecast.change.stream.ChangeFeed;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.http.MergePatch;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.response.IfMatch;
import dev.solecast.outbound.DestinationResolver;
import dev.solecast.outbound.UnreachableDestination;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes webhooks for those whose they are. */
@Singleton
@Transactional
public class WebhookEditing {

    private final Webhooks webhooks;
    private final DestinationResolver destinations;
    private final ChangeFeed log;
    private final DocumentMapper documents;
    private final WebhookSettings settings;
    private final Caller caller;
    private final Clock clock;

    WebhookEditing(
            Webhooks webhooks,
            DestinationResolver destinations,
            ChangeFeed log,
            DocumentMapper documents,
            WebhookSettings settings,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.destinations = destinations;
        this.log = log;
        this.documents = documents;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Adds one that belongs to the caller; the answer holds its secret.
     *
     * @throws Problem 400 if it leads where nobody may be told, or its filter names what there is not; 409 if the caller
     *     has as many as one may have
     */
    WebhookView add(NewWebhook given) {
        check(given);
        if (webhooks.countLocked(caller.name()) >= settings.perKey()) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "One key may have " + settings.perKey() + " webhooks, and yours has as many. Delete one first; one"
                            + " webhook can be told of many brands.");
        }
        var webhook =
                new Webhook(caller.name(), given, given.after() == null ? log.end() : given.after(), clock.instant());
        webhooks.persistAndFlush(webhook);
        return WebhookView.withSecret(webhook);
    }

    /** Changes what the patch names. Deliveries go on at once, also where they had been given a rest. */
    WebhookView patch(String id, @Nullable IfMatch match, MergePatch patch) {
        var webhook = get(id);
        if (match != null && !IfMatch.names(match, webhook.version())) {
            throw Problem.of(
                    ProblemCode.PRECONDITION_FAILED,
                    "This webhook has been changed since you read it. Read it again, and send the change with the new"
                            + " ETag.");
        }
        var patched = documents.read(patch.applyTo(documents.tree(NewWebhook.of(webhook))), NewWebhook.class);
        check(patched);
        webhook.revise(patched, clock.instant());
        webhooks.restart(id, patched.after());
        webhooks.getEntityManager().refresh(webhook);
        return WebhookView.of(webhook);
    }

    void delete(String id) {
        webhooks.delete(get(id));
    }

    /** Gives it another secret, shown this once. */
    WebhookView rotate(String id) {
        var webhook = get(id);
        webhook.rotate(settings.secretGrace(), clock.instant());
        webhooks.flush();
        return WebhookView.withSecret(webhook);
    }

    /**
     * The caller's webhook, or anybody's if the caller is an admin.
     *
     * @throws Problem 404 if there is none; whether there is one of another's is nobody's business
     */
    Webhook get(String id) {
        return webhooks.findByIdOptional(id)
                .filter(found -> found.owner().equals(caller.name()) || caller.is(Role.ADMIN))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "You have no webhook \"" + id + "\". /v1/webhooks lists those you have."));
    }

    private void check(NewWebhook given) {
        try {
            destinations.find(given.url(), settings);
        } catch (UnreachableDestination e) {
            throw Problem.field(ProblemCode.INVALID_BODY, "url", e.getMessage());
        }
        var after = given.after();
        if (after != null && (after < 0 || after > log.end())) {
            throw Problem.field(ProblemCode.INVALID_BODY, "after", after + " is not a place in the log.");
        }
        var unknown = new LinkedHashMap<String, String>();
        given.filterOrNone()
                .named()
                .forEach((type, slugs) -> log.unknown(type, slugs)
                        .forEach(slug -> unknown.putIfAbsent(
                                "filter." + type.word(), "there is no " + type.word() + " \"" + slug + "\".")));
        if (!unknown.isEmpty()) {
            throw Problem.fields(ProblemCode.INVALID_BODY, "Correct the fields listed in errors.", unknown);
        }
    }
}
