package org.jiamenkou.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every module is given: the clock of the city and the keys of this installation. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Keyring keyring(Settings settings) {
        return Keyring.open(settings.data().resolve("keys").resolve("keyring"));
    }

    @Bean
    Ciphers ciphers(Keyring keyring) {
        return new Ciphers(keyring);
    }
}
