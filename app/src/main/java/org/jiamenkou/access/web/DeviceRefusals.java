package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jiamenkou.access.DeviceRefusedException;
import org.jiamenkou.platform.web.PageArgument;
import org.jiamenkou.platform.web.Pages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A page for devices, opened by something else: why, and how to pair. Before the general answers to failures. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DeviceRefusals {
    private final Pages pages;
    private final PageArgument argument;

    DeviceRefusals(Pages pages, PageArgument argument) {
        this.pages = pages;
        this.argument = argument;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(DeviceRefusedException refused, HttpServletRequest request) {
        return pages.status(
                HttpStatus.FORBIDDEN, "access/deviceRefused", argument.of(request), Map.of("reason", refused.reason()));
    }
}
