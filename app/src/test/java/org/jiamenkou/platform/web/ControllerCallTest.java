package org.jiamenkou.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Method;
import java.util.List;
import org.jiamenkou.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

class ControllerCallTest {
    private final Controller controller = new Controller();

    static final class Controller {
        private String stack(String prefix) {
            List<String> frames = StackWalker.getInstance(Option.SHOW_REFLECT_FRAMES)
                    .walk(all -> all.map(StackFrame::getClassName)
                            .takeWhile(name -> !name.equals(ControllerCallTest.class.getName()))
                            .toList());
            return prefix + frames;
        }

        private String missing() throws IOException {
            throw new IOException("not here");
        }

        private void nothing() {}
    }

    @Test
    void no_frame_of_reflection_lies_under_a_controller() throws Exception {
        HandlerMethod method = method("stack", String.class);
        String called = (String) new ControllerCall(method).invokeForRequest(request(), null, "called ");
        assertThat(called).startsWith("called ").doesNotContain(Method.class.getName());
    }

    @Test
    void springs_own_call_has_one() throws Exception {
        String called = (String)
                new InvocableHandlerMethod(method("stack", String.class)).invokeForRequest(request(), null, "called ");
        assertThat(called).startsWith("called ").contains(Method.class.getName());
    }

    @Test
    void what_a_controller_throws_arrives_as_it_was_thrown() {
        assertThatThrownBy(() -> new ControllerCall(method("missing")).invokeForRequest(request(), null))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("not here");
    }

    @Test
    void a_controller_may_return_nothing() throws Exception {
        assertThat(new ControllerCall(method("nothing")).invokeForRequest(request(), null))
                .isNull();
    }

    @Test
    void the_program_calls_its_controllers_and_handlers_of_exceptions_this_way() {
        assertThat(TestApp.shared().bean(RequestMappingHandlerAdapter.class))
                .isInstanceOf(ControllerCall.Adapter.class);
        HandlerExceptionResolverComposite failures = TestApp.shared().bean(HandlerExceptionResolverComposite.class);
        assertThat(failures.getExceptionResolvers()).hasAtLeastOneElementOfType(ControllerCall.Failures.class);
    }

    private HandlerMethod method(String name, Class<?>... parameters) throws NoSuchMethodException {
        return new HandlerMethod(controller, Controller.class.getDeclaredMethod(name, parameters));
    }

    private static ServletWebRequest request() {
        return new ServletWebRequest(new MockHttpServletRequest());
    }
}
