package org.jiamenkou.app;

/** The program. {@code ./jmk up} builds and starts it. */
public final class Jiamenkou {
    private Jiamenkou() {}

    public static void main(String[] args) {
        Start.main(args, Application.class);
    }
}
