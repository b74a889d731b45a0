package org.jiamenkou.app;

public final class Jiamenkou {
    public static void main(String[] a) {}
}
