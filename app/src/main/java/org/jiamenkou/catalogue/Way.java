package org.jiamenkou.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The four ways (四种办法) of the term list: at the station, by video, online, on behalf. */
public enum Way {
    /** 到站. */
    @JsonProperty("station")
    STATION,
    /** 视频: a video call from the station to the centre that decides. */
    @JsonProperty("video")
    VIDEO,
    /** 网上. */
    @JsonProperty("online")
    ONLINE,
    /** 代办: somebody carries the papers. */
    @JsonProperty("behalf")
    BEHALF;

    /** As it stands in data and in message keys. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
