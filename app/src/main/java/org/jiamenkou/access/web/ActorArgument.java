package org.jiamenkou.access.web;

import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Actors;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The Actor of a staff request, with the rights of this moment. */
final class ActorArgument implements HandlerMethodArgumentResolver {
    private final Actors actors;

    ActorArgument(Actors actors) {
        this.actors = actors;
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
        return StaffSession.current()
                .flatMap(staff -> actors.findActor(staff.getPrincipal()))
                .orElseThrow(() -> new AccessRefusedException("no account that may act is signed in"));
    }
}
