package org.jiamenkou.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beside a parameter of type {@link Device}: which kinds may open this page. Without it every kind may. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForDevice {
    DeviceKind[] value();
}
