package dev.solecast.bench;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** The names in generated catalogues. */
public final class Names {

    /** The names of all brands. */
    public static final List<String> BRANDS = list(
            "Alderway, Ashmore, Baltic Foot, Birch & Crane, Brookline, Calder, Corvid, Dalston Athletic, Driftmark,"
                    + " Eastgate, Elmwood, Fellrunner, Fjordline, Gannet, Granby, Halcyon, Harrowgate, Ironbridge, Juniper Row,"
                    + " Kestrel, Kingsland, Larkspur, Lowell Mills, Marlow, Meridian, Northfold, Oakhurst, Ostrava, Pallas,"
                    + " Pennine, Quarry Bank, Ravenna, Saltire, Selwyn, Tamarack, Tidewater, Umbra, Vantage Court, Wexford, Zephyr");

    /** The first words of the names of models. */
    public static final List<String> MODELS = list(
            "Harbor, Comet, Trailhead, Circuit, Runner, Court, Vista, Summit, Glide, Meteor, Alpine, Ranger, Sprint,"
                    + " Orbit, Canyon, Pacer, Velocity, Shuttle, Beacon, Drift");

    static final List<String> COLORS = list(
            "grey, white, black, navy, cream, pink, olive, sand, burgundy, silver, teal, rust, lilac, forest, sky, mustard");
    static final List<String> FINISHES = list("metallic, washed, reflective, matte, iridescent");
    static final List<String> MATERIALS =
            list("mesh, suede, nubuck, pony hair, ripstop, full-grain leather, knit, canvas");
    static final List<String> NICKNAMES = list(
            "Sea Salt, Rain Cloud, Dusk, First Light, Moonbeam, Driftwood, Pavement, Night Train, Honeycomb, Frost");
    static final List<String> PEOPLE = list(
            "Amara, Bastien, Chidi, Delphine, Emre, Freya, Goran, Hana, Imani, Jonas, Keiko, Lucía, Mateo, Noor, Océane,"
                    + " Priya, Rafael, Saoirse, Tomasz, Yara");
    static final List<String> PLACES = list(
            "Lagos, Lyon, Leeds, Osaka, Malmö, Porto, Zürich, Boston, Oaxaca, Busan, Kraków, Dakar, Hamburg, Perth, Turin");
    static final List<String> SOURCE_KINDS = list("brand, retailer, publication, leaker, community");
    static final List<String> RUMOR_KINDS = list("official, retailer-listing, teaser, sighting, report, speculation");

    private Names() {}

    private static List<String> list(String words) {
        return List.of(words.split(", "));
    }

    /** A slug for a name: lower case, without accents, hyphens between words. */
    public static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
