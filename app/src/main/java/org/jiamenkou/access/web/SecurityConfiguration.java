package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiamenkou.access.Devices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every request passes: headers, CSRF, and the door between public pages and the desk. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** The cookie of a shared desk and a PIN open it; see DeskSwitch. */
    private static final String SWITCH_PATH = "/desk/switch";

    static final String[] STAFF_PATHS = {"/desk/**", "/gov/**", "/dept/**", "/admin/**"};

    @Bean
    SecurityFilterChain staffDoor(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(SWITCH_PATH)
                        .permitAll()
                        .requestMatchers(STAFF_PATHS)
                        .access((who, request) -> new AuthorizationDecision(StaffSession.isStaff(who.get())))
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=(self)")))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .securityContext(
                        context -> context.securityContextRepository(new HttpSessionSecurityContextRepository()))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, reason) -> toSignIn(request, response))
                        .accessDeniedHandler((request, response, reason) -> refuse(request, response)))
                .build();
    }

    /** Back to where they were going after signing in; only our own paths, and only what GET may show again. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String to = request.getMethod().equals("GET") ? request.getRequestURI() : "/desk";
        response.sendRedirect("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    /** A resident on a staff page is led to the staff sign-in; what is left is a form without its token. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ResidentSession.isOpen() && request.getMethod().equals("GET")) {
            toSignIn(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("JMK_SESSION");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }

    /** Gives controllers of staff pages their Actor, others the resident who is signed in or the device, if there is one. */
    @Configuration(proxyBeanMethods = false)
    static class ActorArguments implements WebMvcConfigurer {
        private final StaffSession sessions;
        private final ResidentSession residents;
        private final Devices devices;

        ActorArguments(StaffSession sessions, ResidentSession residents, Devices devices) {
            this.sessions = sessions;
            this.residents = residents;
            this.devices = devices;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new ActorArgument(sessions));
            resolvers.add(new ResidentArgument(residents));
            resolvers.add(new DeviceArgument(devices));
        }

        /** Whoever must change a password does so before anything else. */
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new PasswordFirst())
                    .addPathPatterns(STAFF_PATHS)
                    .excludePathPatterns(PasswordFirst.PATH, SWITCH_PATH);
        }
    }

    /** Sessions live in PostgreSQL, so that a second node is a second process. */
    @Configuration(proxyBeanMethods = false)
    @EnableJdbcHttpSession(tableName = "library.spring_session")
    static class Sessions {}
}
