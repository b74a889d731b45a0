package org.jiamenkou.access.web;

import org.jiamenkou.access.Actor;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The Actor of a staff request, with the rights of this moment. */
final class ActorArgument implements HandlerMethodArgumentResolver {
    private final StaffSession sessions;

    ActorArgument(StaffSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return sessions.findActor()
                .orElseThrow(() -> new AccessRefusedException("no account that may act is signed in"));
    }
}
