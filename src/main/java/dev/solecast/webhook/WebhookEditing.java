package dev.solecast.webhook;

import dev.solecast.auth.Caller;
import dev.solecast.auth.Role;
import dev.solecast.change.stream.ChangeFeed;
import dev.solecast.entry.DocumentMapper;
import dev.solecast.entry.SlugResolver;
import dev.solecast.http.MergePatch;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.response.Created;
import dev.solecast.http.response.Idempotent;
import dev.solecast.http.response.IfMatch;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes webhooks on behalf of their owners. */
@Singleton
@Transactional
public class WebhookEditing {

    private final Webhooks webhooks;
    private final ChangeFeed changeFeed;
    private final SlugResolver slugs;
    private final DocumentMapper documents;
    private final WebhookSettings settings;
    private final Caller caller;
    private final Clock clock;

    WebhookEditing(
            Webhooks webhooks,
            ChangeFeed changeFeed,
            SlugResolver slugs,
            DocumentMapper documents,
            WebhookSettings settings,
            Caller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.changeFeed = changeFeed;
        this.slugs = slugs;
        this.documents = documents;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Adds a webhook that belongs to the caller; the view contains its secret.
     *
     * @param destination the check of its URL
     * @throws Problem 400 if the URL is not allowed or the filter names an unknown entry; 409 if the caller has the
     *     maximum number of webhooks
     */
    @Idempotent
    RestResponse<WebhookView> add(NewWebhook request, DestinationCheck.Result destination) {
        destination.require();
        check(request);
        if (webhooks.lockAndCount(caller.name()) >= settings.perKey()) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "One key may have " + settings.perKey() + " webhooks, and yours has as many. Delete one first; one"
                            + " webhook can be told of many brands.");
        }
        var after = request.after() == null ? changeFeed.end() : request.after();
        var webhook = new Webhook(caller.name(), request, after, clock.instant());
        webhooks.persistAndFlush(webhook);
        return Created.created("/v1/webhooks/" + webhook.id(), WebhookView.withSecret(webhook));
    }

    /**
     * Changes the fields that the patch names. Deliveries continue at once, even if a retry was due later.
     *
     * @param destination the check of the new URL; null if the patch has none
     */
    WebhookView patch(
            String id, @Nullable IfMatch match, MergePatch patch, DestinationCheck.@Nullable Result destination) {
        var webhook = get(id);
        if (match != null && !IfMatch.matches(match, webhook.version())) {
            throw Problem.of(
                    ProblemCode.PRECONDITION_FAILED,
                    "This webhook has been changed since you read it. Read it again, and send the change with the new"
                            + " ETag.");
        }
        var patched = documents.read(patch.applyTo(documents.tree(NewWebhook.of(webhook))), NewWebhook.class);
        if (destination != null) {
            destination.require();
        }
        check(patched);
        webhook.revise(patched, clock.instant());
        webhooks.restart(id, patched.after());
        webhooks.getEntityManager().refresh(webhook);
        return WebhookView.of(webhook);
    }

    void delete(String id) {
        webhooks.delete(get(id));
    }

    /** Generates another secret for the webhook; only this view shows it. */
    WebhookView rotate(String id) {
        var webhook = get(id);
        webhook.rotate(settings.secretGrace(), clock.instant());
        webhooks.flush();
        return WebhookView.withSecret(webhook);
    }

    /**
     * Returns the caller's webhook, or anybody's if the caller is an admin.
     *
     * @throws Problem 404 if there is none, or it belongs to another key and its existence must not be disclosed
     */
    Webhook get(String id) {
        return webhooks.findByIdOptional(id)
                .filter(found -> found.owner().equals(caller.name()) || caller.hasRole(Role.ADMIN))
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NOT_FOUND,
                        "You have no webhook \"" + id + "\". /v1/webhooks lists those you have."));
    }

    private void check(NewWebhook request) {
        var after = request.after();
        if (after != null && (after < 0 || after > changeFeed.end())) {
            throw Problem.field(ProblemCode.INVALID_BODY, "after", after + " is not a place in the log.");
        }
        var unknown = new LinkedHashMap<String, String>();
        slugs.explainUnknown(request.filterOrNone().slugsByType())
                .forEach((type, why) -> unknown.put("filter." + type.wireName(), why));
        if (!unknown.isEmpty()) {
            throw Problem.fields(ProblemCode.INVALID_BODY, "Correct the fields listed in errors.", unknown);
        }
    }
}
