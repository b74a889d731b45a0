package org.jiamenkou.directory.hsds;

/**
 * The words of an answer that are nobody's data, and where this program is reached.
 *
 * @param base scheme and host, without a slash at the end
 * @param sample stands before the description of what is invented
 * @param network the name of the whole network as one organisation
 * @param networkDescription one sentence about it
 * @param city the city's name
 */
public record HsdsWords(String base, String sample, String network, String networkDescription, String city) {
    /** The description, marked where the data are invented. */
    public String marked(boolean invented, String description) {
        return invented ? sample + description : description;
    }
}
