package org.jiamenkou.access.web;

import org.jiamenkou.access.Resident;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The resident who is signed in; null for everybody else. Touches no session of an anonymous request. */
final class ResidentArgument implements HandlerMethodArgumentResolver {
    private final ResidentSession sessions;

    ResidentArgument(ResidentSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Resident.class;
    }

    @Override
    public @Nullable Resident resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return sessions.current().orElse(null);
    }
}
