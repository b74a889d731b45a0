package org.jiamenkou.platform.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Calls a controller through a method handle. The program starts with {@code -Djdk.reflect.useNativeAccessorOnly} (decision
 * 0008), under which {@link Method#invoke} puts a native frame on the stack; a virtual thread that waits for the database
 * above such a frame holds its carrier, and two of them stop a machine of two cores.
 */
final class ControllerCall extends ServletInvocableHandlerMethod {
    private static final Map<Method, MethodHandle> HANDLES = new ConcurrentHashMap<>();
    private static final MethodType CALL = MethodType.methodType(Object.class, Object.class, Object[].class);

    ControllerCall(HandlerMethod handlerMethod) {
        super(handlerMethod);
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... args) throws Exception {
        MethodHandle handle = HANDLES.computeIfAbsent(getBridgedMethod(), ControllerCall::handleOf);
        try {
            return handle.invokeExact(getBean(), args);
        } catch (Exception | Error expected) {
            throw expected;
        } catch (Throwable neither) {
            throw new IllegalStateException(formatInvokeError("Invocation failure", args), neither);
        }
    }

    private static MethodHandle handleOf(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(method)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(CALL);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** What Spring MVC asks when a controller has failed. */
    static final class Failures extends ExceptionHandlerExceptionResolver {
        @Override
        protected @Nullable ServletInvocableHandlerMethod getExceptionHandlerMethod(
                @Nullable HandlerMethod failed, Exception failure, ServletWebRequest request) {
            ServletInvocableHandlerMethod handler = super.getExceptionHandlerMethod(failed, failure, request);
            return handler == null ? null : new ControllerCall(handler);
        }
    }

    /** What Spring MVC asks for each call of a controller. */
    static final class Adapter extends RequestMappingHandlerAdapter {
        @Override
        protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handlerMethod) {
            return new ControllerCall(handlerMethod);
        }
    }
}
