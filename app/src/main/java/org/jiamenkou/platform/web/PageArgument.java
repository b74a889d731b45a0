package org.jiamenkou.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jiamenkou.platform.NavEntry;
import org.jiamenkou.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives a controller the {@link Page} of its request. */
@Component
public final class PageArgument implements HandlerMethodArgumentResolver {
    private final Messages messages;
    private final Assets assets;
    private final Clock clock;
    private final Settings settings;
    private final ObjectProvider<SignedIn> signedIn;
    private final List<NavEntry> nav;
    private final List<NavEntry> openNav;

    PageArgument(
            Messages messages,
            Assets assets,
            Clock clock,
            Settings settings,
            ObjectProvider<SignedIn> signedIn,
            ObjectProvider<NavEntry> nav) {
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
        this.settings = settings;
        this.signedIn = signedIn;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
        this.openNav =
                this.nav.stream().filter(entry -> entry.right().isEmpty()).toList();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
        return of((HttpServletRequest) request.getNativeRequest());
    }

    /** The page of any request, also outside a controller. */
    public Page of(HttpServletRequest request) {
        Reader reader = Reader.of(request);
        SignedIn who = signedIn.getIfAvailable();
        return new Page(
                messages,
                reader.lang(),
                reader.mode(),
                LocalDateTime.now(clock),
                request.getRequestURI(),
                reader.restOfQuery(),
                settings.demo(),
                who == null ? null : who.name().orElse(null),
                csrf(request),
                shown(who),
                assets);
    }

    /** Places that need a right are shown to who holds it; nobody is led to a refusal. */
    private List<NavEntry> shown(@org.jspecify.annotations.Nullable SignedIn who) {
        if (who == null || who.name().isEmpty()) {
            return openNav;
        }
        return nav.stream()
                .filter(entry -> entry.right().isEmpty() || who.holds(entry.right()))
                .toList();
    }

    /** Reading the token makes Spring Security send its cookie, so only pages with a form that writes ask for it. */
    private static Page.@org.jspecify.annotations.Nullable Csrf csrf(HttpServletRequest request) {
        if (!hasForm(request)) {
            return null;
        }
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? null : new Page.Csrf(token.getParameterName(), token.getToken());
    }

    private static boolean hasForm(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && (handler.hasMethodAnnotation(WithForm.class)
                        || handler.getBeanType().isAnnotationPresent(WithForm.class));
    }
}
