package dev.solecast.release;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the database, each with a request that would break it or the reason why none can. A constraint that is in
 * neither table fails {@link ConstraintsTest}.
 */
final class ConstraintCases {

    /**
     * A request that would break constraints.
     *
     * @param constraints the names in the database
     * @param method POST or PATCH
     * @param field as the problem names it
     */
    record Case(List<String> constraints, String method, String address, String body, int status, String field) {

        /** The type of entry of whose import lines the body is one; null if it is none. */
        String lineType() {
            return method.equals("POST") && TYPES.containsKey(address) ? TYPES.get(address) : null;
        }

        @Override
        public String toString() {
            return constraints.getFirst() + ": " + method + " " + address + " "
                    + body.substring(0, Math.min(60, body.length()));
        }
    }

    private static final Map<String, String> TYPES = Map.of(
            "/v1/brands", "brand",
            "/v1/models", "model",
            "/v1/collaborators", "collaborator",
            "/v1/collaborations", "collaboration",
            "/v1/colorways", "colorway",
            "/v1/sources", "source",
            "/v1/releases", "release");

    private static final String LONG = "a".repeat(201);

    /** Constraints | method | address | body | status | field. The entries named {@code loom-…} are those of the test. */
    static final List<Case> CASES = """
            slug_check | POST | /v1/brands | {"slug": "Loom Mills", "name": "Loom Mills"} | 400 | slug
            slug_check | POST | /v1/releases | {"slug": "loom--one", "model": "loom-one", "region": "US"} | 400 | slug
            brand_slug_key | POST | /v1/brands | {"slug": "loom", "name": "Other"} | 409 | slug
            brand_name_check | POST | /v1/brands | {"slug": "loom-x", "name": "LONG"} | 400 | name
            model_slug_key | POST | /v1/models | {"slug": "loom-one", "brand": "loom", "name": "One"} | 409 | slug
            model_name_check | POST | /v1/models | {"slug": "loom-x", "brand": "loom", "name": "LONG"} | 400 | name
            model_brand_id_fkey | POST | /v1/models | {"slug": "loom-x", "brand": "lomo", "name": "X"} | 400 | brand
            model_id_brand_id_key colorway_model_id_brand_id_fkey | PATCH | /v1/models/loom-one | {"brand": "mill"} | 409 | brand
            related_model_check | PATCH | /v1/models/loom-one | {"related": [{"model": "loom-one", "relation": "variant"}]} | 400 | related
            related_model_once | PATCH | /v1/models/loom-one | {"related": [{"model": "loom-two", "relation": "variant"}, {"model": "loom-two", "relation": "variant"}]} | 400 | related
            related_model_relation_check | POST | /v1/models | {"slug": "loom-x", "brand": "loom", "name": "X", "related": [{"model": "loom-two", "relation": "cousin"}]} | 400 | related[0].relation
            related_model_related_id_fkey related_model_model_id_fkey | POST | /v1/models | {"slug": "loom-x", "brand": "loom", "name": "X", "related": [{"model": "loom-2", "relation": "variant"}]} | 400 | related
            collaborator_slug_key | POST | /v1/collaborators | {"slug": "loom-weaver", "name": "W", "kind": "brand"} | 409 | slug
            collaborator_name_check | POST | /v1/collaborators | {"slug": "loom-x", "name": " ", "kind": "brand"} | 400 | name
            collaborator_kind_check | POST | /v1/collaborators | {"slug": "loom-x", "name": "X", "kind": "label"} | 400 | kind
            collaborator_partner_brand_id_fkey collaborator_partner_collaborator_id_fkey | POST | /v1/collaborators | {"slug": "loom-x", "name": "X", "kind": "brand", "partners": ["lomo"]} | 400 | partners
            collaborator_partner_pkey | POST | /v1/collaborators | {"slug": "loom-x", "name": "X", "kind": "brand", "partners": ["loom", "loom"]} | 400 | partners
            collaborator_earlier_model_model_id_fkey collaborator_earlier_model_collaborator_id_fkey | POST | /v1/collaborators | {"slug": "loom-x", "name": "X", "kind": "brand", "earlierModels": ["loom-2"]} | 400 | earlierModels
            collaborator_earlier_model_pkey | POST | /v1/collaborators | {"slug": "loom-x", "name": "X", "kind": "brand", "earlierModels": ["loom-one", "loom-one"]} | 400 | earlierModels
            collaboration_slug_key | POST | /v1/collaborations | {"slug": "loom-x-weaver", "brand": "loom", "collaborators": ["loom-weaver"]} | 409 | slug
            collaboration_brand_id_fkey | POST | /v1/collaborations | {"slug": "loom-y", "brand": "lomo", "collaborators": ["loom-weaver"]} | 400 | brand
            collaboration_model_id_brand_id_fkey | POST | /v1/collaborations | {"slug": "loom-y", "brand": "mill", "model": "loom-one", "collaborators": ["loom-weaver"]} | 409 | model
            collaboration_check2 | POST | /v1/collaborations | {"slug": "loom-y", "brand": "loom", "collaborators": ["loom-weaver"], "stage": "teased"} | 400 | stageReason
            collaboration_stage_check collaboration_stage_set_check | POST | /v1/collaborations | {"slug": "loom-y", "brand": "loom", "collaborators": ["loom-weaver"], "stage": "hoped", "stageReason": "x"} | 400 | stage
            collaboration_collaborator_once | POST | /v1/collaborations | {"slug": "loom-y", "brand": "loom", "collaborators": ["loom-weaver", "loom-weaver"]} | 400 | collaborators
            collaboration_collaborator_collaborator_id_fkey collaboration_collaborator_collaboration_id_fkey | POST | /v1/collaborations | {"slug": "loom-y", "brand": "loom", "collaborators": ["loom-wever"]} | 400 | collaborators
            colorway_slug_key | POST | /v1/colorways | {"slug": "loom-red", "model": "loom-one"} | 409 | slug
            colorway_collaboration_id_fkey colorway_check colorway_kind_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "collaboration": "loom-z"} | 400 | collaboration
            colorway_reminiscent_of_fkey | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "reminiscentOf": "loom-1"} | 400 | reminiscentOf
            colorway_audience_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "audience": "dogs"} | 400 | audience
            colorway_style_code_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "styleCode": ""} | 400 | styleCode
            colorway_style_code_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "styleCode": "LONG"} | 400 | styleCode
            colorway_style_code | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "styleCode": "LM1001"} | 409 | styleCode
            colorway_color_name_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "colors": [{"name": "mark Ⅷ"}]} | 400 | colors[0].name
            colorway_color_name_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "colors": [{"name": "ǅet black"}]} | 400 | colors[0].name
            colorway_color_name_check | POST | /v1/colorways | {"slug": "loom-y", "model": "loom-one", "colors": [{"name": "Ⓑlack"}]} | 400 | colors[0].name
            colorway_id_model_id_key release_colorway_id_model_id_fkey | PATCH | /v1/colorways/loom-red | {"model": "loom-two"} | 409 | model
            release_colorway_id_model_id_fkey | POST | /v1/releases | {"slug": "loom-y", "model": "loom-two", "colorway": "loom-red", "region": "US"} | 409 | colorway
            source_slug_key | POST | /v1/sources | {"slug": "loom-fan", "name": "Fan", "kind": "leaker"} | 409 | slug
            source_name_check | POST | /v1/sources | {"slug": "loom-y", "name": "", "kind": "leaker"} | 400 | name
            source_kind_check | POST | /v1/sources | {"slug": "loom-y", "name": "Y", "kind": "gossip"} | 400 | kind
            source_since_range | POST | /v1/sources | {"slug": "loom-y", "name": "Y", "kind": "leaker", "since": "0001-01-01"} | 400 | since
            release_slug_key | POST | /v1/releases | {"slug": "loom-one-us", "model": "loom-one", "region": "US"} | 409 | slug
            release_model_id_fkey release_brand_id_fkey | POST | /v1/releases | {"slug": "loom-y", "model": "loom-1", "region": "US"} | 400 | model
            release_collaboration_id_fkey | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "collaboration": "loom-z", "region": "US"} | 400 | collaboration
            release_region_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "us"} | 400 | region
            release_channel_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "channel": "moon"} | 400 | channel
            release_status_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "status": "soon"} | 400 | status
            release_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "launchAt": "2027-03-06T10:00:00"} | 400 | launchZone
            release_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "launchZone": "America/New_York"} | 400 | launchZone
            release_launch_at_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "launchAt": "2200-03-06T10:00:00", "launchZone": "UTC"} | 400 | launchAt
            release_launch_at_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "launchAt": "2027-03-06T10:00:00.5", "launchZone": "UTC"} | 400 | launchAt
            release_check1 | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailPrice": {"amount": "150.00"}} | 400 | retailPrice.currency
            release_price_amount_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailPrice": {"amount": "-1", "currency": "USD"}} | 400 | retailPrice.amount
            release_price_currency_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailPrice": {"amount": "1", "currency": "usd"}} | 400 | retailPrice.currency
            release_check2 | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "status": "rumored", "releasedOn": "2026-01-01"} | 400 | releasedOn
            release_check3 | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "status": "confirmed"} | 400 | statusReason
            release_released_on_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "status": "released", "releasedOn": "0001-01-01"} | 400 | releasedOn
            status_change_day_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "status": "cancelled", "statusReason": "x", "cancelledOn": "1799-12-31"} | 400 | cancelledOn
            status_change_day_range | POST | /v1/releases/loom-one-us/status | {"status": "released", "day": "1700-01-01", "reason": "x"} | 400 | day
            status_change_status_check | POST | /v1/releases/loom-one-us/status | {"status": "gone", "reason": "x"} | 400 | status
            status_change_window_edtf_check | POST | /v1/releases/loom-one-us/status | {"status": "confirmed", "window": "2027-13", "reason": "x"} | 400 | window
            retailer_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "draw", "zone": "Europe/Paris", "opensAt": "2027-03-06T10:00:00", "closesAt": "2027-03-05T10:00:00"}]} | 400 | retailers[0].closesAt
            retailer_check1 | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "draw", "opensAt": "2027-03-06T10:00:00"}]} | 400 | retailers[0].zone
            retailer_check1 | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "draw", "zone": "Europe/Paris"}]} | 400 | retailers[0].zone
            retailer_method_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "fax"}]} | 400 | retailers[0].method
            retailer_name_check | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "LONG", "method": "draw"}]} | 400 | retailers[0].name
            retailer_opens_at_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "draw", "zone": "UTC", "opensAt": "0000-03-06T10:00:00"}]} | 400 | retailers[0].opensAt
            retailer_closes_at_range | POST | /v1/releases | {"slug": "loom-y", "model": "loom-one", "region": "US", "retailers": [{"name": "R", "method": "draw", "zone": "UTC", "closesAt": "2600-03-06T10:00:00"}]} | 400 | retailers[0].closesAt
            rumor_check rumor_price_currency_check | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "report", "saidOn": "2026-11", "price": {"amount": "1"}} | 400 | price.currency
            rumor_price_amount_check | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "report", "saidOn": "2026-11", "price": {"amount": "-1", "currency": "USD"}} | 400 | price.amount
            rumor_check1 | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "report", "saidOn": "2026-11", "cancels": true, "window": "2027"} | 400 | window
            rumor_check2 rumor_copies_rumor_id_fkey | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "report", "saidOn": "2026-11", "copiesRumor": 999999999} | 400 | copiesRumor
            rumor_check3 | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "via": "loom-fan", "kind": "report", "saidOn": "2026-11"} | 400 | via
            rumor_copies_source_id_fkey | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "copiesSource": "loom-nobody", "kind": "report", "saidOn": "2026-11"} | 400 | copiesSource
            rumor_source_id_fkey | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-nobody", "kind": "report", "saidOn": "2026-11"} | 400 | source
            rumor_via_id_fkey | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "via": "loom-nobody", "kind": "report", "saidOn": "2026-11"} | 400 | via
            rumor_kind_check submission_release_id_submitted_by_md5_idx | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "hope", "saidOn": "2026-11"} | 400 | kind
            rumor_said_on_check | POST | /v1/releases/loom-one-us/rumors | {"source": "loom-fan", "kind": "report", "saidOn": "2026-11/.."} | 400 | saidOn
            api_key_name_check | POST | /v1/keys | {"name": "LONG", "role": "reader"} | 400 | name
            api_key_role_check | POST | /v1/keys | {"name": "loom", "role": "owner"} | 400 | role
            api_key_name_key | POST | /v1/keys | {"name": "Ada", "role": "reader"} | 409 | name
            webhook_description_check | POST | /v1/webhooks | {"url": "https://partner.example/", "description": "LONG"} | 400 | description
            webhook_url_check | POST | /v1/webhooks | {"url": "https://partner.example/VERYLONG"} | 400 | url
            webhook_state_check | POST | /v1/webhooks | {"url": "https://partner.example/", "state": "asleep"} | 400 | state
            """.lines().map(ConstraintCases::parse).toList();

    /** Why no request can break these; the reason, then the constraints. */
    static final Map<String, List<String>> OUT_OF_REACH = """
            The server chooses it from an enumeration that has the same words: change_kind_check change_type_check collaboration_stage_rumored_check collaboration_strongest_kind_check colorway_strongest_kind_check release_strongest_kind_check earned_kind_check earned_sum_span_check import_state_check import_finding_kind_check accuracy_sum_part_check search_entry_type_check submission_state_check webhook_delivery_status_check
            It is made by the server at random: api_key_id_check api_key_secret_hash_check
            One method of the entity writes all of its columns together: import_finding_change_check collaboration_check collaboration_check1 colorway_check1 import_check rumor_check4 submission_check submission_check1 submission_check2 release_check4 release_check5
            It is a figure computed within these bounds, as the tests of forecasts and scores show: release_past_check release_past_check1 claim_score_crps_check forecast_score_check forecast_score_confidence_check forecast_score_crps_check forecast_score_happens_check forecast_score_lead_check forecast_score_pit_check release_forecast_comes_check release_forecast_sums_check earned_counts_check earned_sum_check earned_sum_counts_check
            The row is written for one that was read in the same transaction, and that is never removed: claim_score_release_id_fkey claim_score_rumor_id_fkey claim_score_source_id_fkey colorway_color_colorway_id_fkey earned_release_id_fkey earned_source_id_fkey forecast_score_release_id_fkey import_finding_import_id_fkey renewal_release_id_fkey retailer_release_id_fkey rumor_release_id_fkey status_change_release_id_fkey submission_release_id_fkey submission_rumor_id_fkey unsettled_release_id_fkey webhook_delivery_webhook_id_fkey
            The writers lock what they number or replace: forecast_score_release_id_lead_day_key webhook_delivery_webhook_id_place_key rumor_once
            There is one row, made by a migration: change_count_only_one_check
            """.lines()
            .collect(Collectors.toMap(line -> line.split(":")[0], line -> List.of(line.split(": ")[1].split(" "))));

    private ConstraintCases() {}

    /** The names of all constraints that a case or a reason names. */
    static List<String> covered() {
        return Stream.concat(
                        CASES.stream().flatMap(each -> each.constraints().stream()),
                        OUT_OF_REACH.values().stream().flatMap(List::stream))
                .toList();
    }

    private static Case parse(String line) {
        var cells = line.split(" \\| ");
        var body = cells[3].strip().replace("VERYLONG", "a".repeat(2000)).replace("LONG", LONG);
        return new Case(
                List.of(cells[0].strip().split(" ")),
                cells[1].strip(),
                cells[2].strip(),
                body,
                Integer.parseInt(cells[4].strip()),
                cells[5].strip());
    }
}
