package dev.solecast.bench;

/**
 * The number of entries of each type: 40 brands, 8 colorways a model, 1.2 releases a colorway, 3 rumors a release, 6 %
 * of the colorways from collaborations, each with two.
 */
public record Scale(int releases) {

    int brands() {
        return Names.BRANDS.size();
    }

    int colorways() {
        return (int) Math.round(releases / 1.2);
    }

    int models() {
        return Math.max(1, Math.round(colorways() / 8f));
    }

    int collaborations() {
        return (int) Math.round(colorways() * 0.06 / 2);
    }

    int collaborators() {
        return Math.min(300, Math.max(10, collaborations() / 3));
    }

    int sources() {
        return 60;
    }
}
