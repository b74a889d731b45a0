package org.jiamenkou.directory.web;

import org.jiamenkou.catalogue.ServiceItem;

/**
 * What a list of items is narrowed to; empty strings and nulls narrow nothing.
 *
 * @param classCode code of {@code service-class}
 * @param cityWide 全市通办
 * @param online 全程网办
 */
public record Narrowing(String q, String classCode, String scene, boolean cityWide, boolean online) {
    boolean takes(ServiceItem item) {
        return (classCode.isEmpty() || item.serviceClass().equals(classCode))
                && (scene.isEmpty() || item.scene().equals(scene))
                && (!cityWide || item.cityWide())
                && (!online || item.fullyOnline());
    }
}
