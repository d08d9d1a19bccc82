# Shared by scripts/deploy and scripts/destroy: a city's file, its account, and the state of its stacks. Source it after lib.sh.

# No pager, no colours, and no second try that hides a wrong credential for a minute.
export AWS_PAGER="" AWS_MAX_ATTEMPTS=${AWS_MAX_ATTEMPTS:-3}

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
touch "$WORK/facts"
PROBLEMS=()

problem() { PROBLEMS+=("$*"); }

stop_on_problems() { # WHAT: tells all problems at once and ends, if there are any
    [ ${#PROBLEMS[@]} -eq 0 ] && return
    say "$1 for ${#PROBLEMS[@]} reason(s):"
    printf ' - %s\n' "${PROBLEMS[@]}" >&2
    exit 1
}

fact() { # NAME: what the city's file says, or its preset
    sed -n "s/^$1=//p" "$WORK/facts"
}

read_city() { # FILE
    tool passby.operator.city.CheckCity "$1" >"$WORK/facts" 2>"$WORK/complaints" || true
    while IFS= read -r line; do problem "$line"; done <"$WORK/complaints"
    DEPLOYMENT=$(fact deployment)
    REGION=$(fact region)
    ACCOUNT=$(fact account)
}

ask() { # aws ARGUMENTS...: its answer in $ANSWER; on failure what it said in $COMPLAINT
    ANSWER=
    COMPLAINT=
    if ! ANSWER=$(aws "$@" --region "$REGION" --output text 2>"$WORK/said"); then
        COMPLAINT=$(grep -m 1 . "$WORK/said" || true)
        COMPLAINT=${COMPLAINT:-aws $1 $2 failed without a word}
        COMPLAINT=${COMPLAINT%.}
        return 1
    fi
}

need() { # TOOL SENTENCE
    command -v "$1" >/dev/null || problem "$2"
}

check_credentials() { # whether AWS knows us, and in the account that the file names
    if ! command -v aws >/dev/null || [ -z "$REGION" ]; then
        return 1
    elif ! ask sts get-caller-identity --query Account; then
        problem "AWS does not know who you are: $COMPLAINT. Sign in (aws sso login, say) or set AWS_PROFILE."
        return 1
    elif [ -n "$ACCOUNT" ] && [ "$ANSWER" != "$ACCOUNT" ]; then
        problem "You are signed in to account $ANSWER, but the city belongs to account $ACCOUNT."
        return 1
    fi
}

stack_status() { # STACK: its status in $ANSWER, NONE if there is no such stack
    ask cloudformation describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus' && return
    case "$COMPLAINT" in
        *"does not exist"*) ANSWER=NONE ;;
        *) return 1 ;;
    esac
}

output() { # STACK NAME
    ask cloudformation describe-stacks --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" || true
    printf '%s' "$ANSWER"
}

await() { # STACK: until nothing happens to it any more; its status then in $ANSWER
    local round until
    for round in 1 2 3 4; do
        stack_status "$1" || return
        case "$ANSWER" in
            REVIEW_IN_PROGRESS) return ;;
            CREATE_IN_PROGRESS) until=stack-create-complete ;;
            DELETE_IN_PROGRESS) until=stack-delete-complete ;;
            *ROLLBACK*_IN_PROGRESS) until=stack-rollback-complete ;;
            *_IN_PROGRESS) until=stack-update-complete ;;
            *) return ;;
        esac
        say "$1 is in $ANSWER, of an earlier run or somebody else's: waiting for its end ..."
        # How it ended, the next look tells; the waiter knows good ends only.
        ask cloudformation wait "$until" --stack-name "$1" || true
    done
}

judge() { # STACK STATUS: why nothing can be deployed over it, if so
    case "$2" in
        ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED)
            problem "$1 is in $2: its first deployment failed, and CloudFormation lets nobody update what never was. See why with" \
                "'aws cloudformation describe-stack-events --stack-name $1 --region $REGION', then delete it with" \
                "'aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name $1 --region $REGION' and" \
                "'aws cloudformation delete-stack --stack-name $1 --region $REGION', and run this again."
            ;;
        UPDATE_ROLLBACK_FAILED)
            problem "$1 is in $2: an update failed, and so did taking it back. Repair what its events name, then" \
                "'aws cloudformation continue-update-rollback --stack-name $1 --region $REGION', and run this again."
            ;;
        DELETE_FAILED)
            problem "$1 is in $2: somebody tried to delete it. Its events tell what is in the way; finish that deletion first."
            ;;
    esac
}
