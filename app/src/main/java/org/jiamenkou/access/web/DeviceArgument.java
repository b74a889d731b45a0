package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DeviceKind;
import org.jiamenkou.access.DeviceRefusedException;
import org.jiamenkou.access.Devices;
import org.jiamenkou.access.ForDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The device of a request, as {@code Device} (others are refused) or as {@code Optional<Device>} (empty for others). */
final class DeviceArgument implements HandlerMethodArgumentResolver {
    private final Devices devices;

    DeviceArgument(Devices devices) {
        this.devices = devices;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Device.class || isOptional(parameter);
    }

    private static boolean isOptional(MethodParameter parameter) {
        return parameter.getParameterType() == Optional.class
                && parameter.nested().getNestedParameterType() == Device.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse answer = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        ForDevice kinds = parameter.getParameterAnnotation(ForDevice.class);
        Devices.Answer found = devices.find(DeviceCookie.read(asked));
        if (isOptional(parameter)) {
            return found instanceof Devices.Answer.Working working && isOf(kinds, working.device())
                    ? Optional.of(kept(working, asked, answer))
                    : Optional.empty();
        }
        return switch (found) {
            case Devices.Answer.Unknown() -> throw new DeviceRefusedException(DeviceRefusedException.Reason.UNKNOWN);
            case Devices.Answer.Revoked(Device device) ->
                throw new DeviceRefusedException(DeviceRefusedException.Reason.REVOKED);
            case Devices.Answer.Working working -> {
                Device device = kept(working, asked, answer);
                if (!isOf(kinds, device)) {
                    throw new DeviceRefusedException(DeviceRefusedException.Reason.OTHER_KIND);
                }
                yield device;
            }
        };
    }

    private static Device kept(Devices.Answer.Working working, HttpServletRequest asked, HttpServletResponse answer) {
        if (working.fresh() != null) {
            DeviceCookie.keep(asked, answer, working.fresh());
        }
        return working.device();
    }

    private static boolean isOf(@Nullable ForDevice kinds, Device device) {
        return kinds == null || Set.<DeviceKind>of(kinds.value()).contains(device.kind());
    }
}
