package org.jiamenkou.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.platform.CannotStartException;

/** The words after a command: its own options are taken out, what is left are settings of the node. */
final class Words {
    private final List<String> left;

    Words(List<String> words) {
        this.left = new ArrayList<>(words);
    }

    /** The value of an option, {@code --keys FILE} or {@code --keys=FILE}. */
    Optional<String> take(String option) {
        for (int i = 0; i < left.size(); i++) {
            String word = left.get(i);
            if (word.startsWith(option + "=")) {
                left.remove(i);
                return Optional.of(word.substring(option.length() + 1));
            }
            if (word.equals(option)) {
                if (i + 1 == left.size() || left.get(i + 1).startsWith("--")) {
                    throw CannotStartException.wrongSettings("start.settings.valueMissing", option);
                }
                left.remove(i);
                return Optional.of(left.remove(i));
            }
        }
        return Optional.empty();
    }

    boolean takeFlag(String option) {
        return left.remove(option);
    }

    /** The next word that is no option. */
    String next(String command) {
        if (left.isEmpty() || left.getFirst().isBlank() || left.getFirst().startsWith("--")) {
            throw CannotStartException.wrongSettings("start.settings.valueMissing", command);
        }
        return left.removeFirst();
    }

    String[] rest() {
        return left.toArray(String[]::new);
    }
}
