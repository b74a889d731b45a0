package org.jiamenkou.network;

import org.jiamenkou.network.rules.NameForms;
import org.jiamenkou.network.rules.OrganisationPlans;
import org.jiamenkou.network.rules.SampleWords;
import org.jiamenkou.network.rules.StationNames;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The word lists of {@code data/network}, read when a load begins. */
record NetworkWords(
        NameForms forms,
        StationNames stationNames,
        SampleWords.Text city,
        OrganisationPlans organisations,
        OrganisationPlans.PartyNames party,
        SampleWords sample) {
    private static final YAMLMapper YAML = new YAMLMapper();

    static NetworkWords read() {
        JsonNode names = NetworkData.yaml("name-forms.yaml");
        NameForms forms = nameForms();
        return new NetworkWords(
                forms,
                new StationNames(
                        forms,
                        text(names, "stationName").toLocal(),
                        text(names, "villageName").toLocal(),
                        text(names, "plainStationName").toLocal(),
                        text(names, "plainVillageName").toLocal()),
                text(names, "city"),
                YAML.treeToValue(NetworkData.yaml("organisations.yaml"), OrganisationPlans.class),
                YAML.treeToValue(names.get("party"), OrganisationPlans.PartyNames.class),
                YAML.treeToValue(NetworkData.yaml("sample-network.yaml"), SampleWords.class));
    }

    static NameForms nameForms() {
        return YAML.treeToValue(NetworkData.yaml("name-forms.yaml"), NameForms.class);
    }

    private static SampleWords.Text text(JsonNode names, String key) {
        return YAML.treeToValue(names.get(key), SampleWords.Text.class);
    }
}
