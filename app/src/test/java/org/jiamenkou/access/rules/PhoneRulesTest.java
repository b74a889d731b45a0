package org.jiamenkou.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiamenkou.access.Phone;
import org.jiamenkou.access.TypedPhone;
import org.junit.jupiter.api.Test;

class PhoneRulesTest {
    @Test
    void mobile_numbers_are_read_as_people_type_them() {
        for (String typed : new String[] {
            "13800138000",
            " 138 0013 8000 ",
            "138-0013-8000",
            "+86 13800138000",
            "0086-138-0013-8000",
            "8613800138000",
            "１３８００１３８０００",
            "(138)00138000"
        }) {
            assertThat(PhoneRules.read(typed)).as(typed).isEqualTo(new TypedPhone.Mobile(new Phone("13800138000")));
        }
    }

    @Test
    void fixed_lines_are_told_apart_from_nonsense() {
        for (String typed :
                new String[] {"021-58881234", "02158881234", "58881234", "0571 87654321", "+86 21 58881234"}) {
            assertThat(PhoneRules.read(typed)).as(typed).isInstanceOf(TypedPhone.Landline.class);
        }
        for (String typed : new String[] {"", "110", "12345", "1380013800", "138001380000", "abc", "1".repeat(500)}) {
            assertThat(PhoneRules.read(typed)).as(typed).isEqualTo(new TypedPhone.Unreadable());
        }
    }

    @Test
    void a_phone_is_masked_wherever_it_could_be_printed() {
        assertThat(new Phone("13800138000").toString()).isEqualTo("138****8000");
    }

    @Test
    void names_are_kept_in_one_form_and_what_is_no_name_is_refused() {
        assertThat(PhoneRules.name("  张　三 ")).isEqualTo("张 三");
        assertThat(PhoneRules.name("买买提·艾力")).isEqualTo("买买提·艾力");
        assertThat(PhoneRules.name("Anna  Lee")).isEqualTo("Anna Lee");
        assertThat(PhoneRules.name("  ")).isEmpty();
        assertThat(PhoneRules.name("13800138000")).isEmpty();
        assertThat(PhoneRules.name("李".repeat(41))).isEmpty();
        assertThat(PhoneRules.name("李\u0000\u202e四")).isEqualTo("李四");
    }
}
